package io.github.swarmclient.testkit.junit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.junit.WithSwarm.Lifetime;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Gives tests the swarms that {@link WithSwarm} asks for. Registered by the annotations. */
public final class SwarmExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterTestExecutionCallback,
        LifecycleMethodExecutionExceptionHandler,
        InvocationInterceptor,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SwarmExtension.class);

  /** Made by JUnit. */
  public SwarmExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    Declaration declared = Declaration.of(context);
    // Classes within it have the same engines, unless they declare others.
    if (declared.swarm().lifetime() == Lifetime.CLASS && declared.isAt(context)) {
      lend(context, declared);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (loan(context).isEmpty()) {
      lend(context, Declaration.of(context));
    }
  }

  @SuppressWarnings("deprecation") // the one that replaces it came with JUnit 6
  private static void lend(ExtensionContext context, Declaration declared) {
    SwarmPool pool =
        Objects.requireNonNull(
            context
                .getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(SwarmPool.class, key -> new SwarmPool(), SwarmPool.class));
    SwarmLoan loan = pool.lend(SwarmSettings.of(declared.swarm(), context), context.getUniqueId());
    // Closed by JUnit when the context ends, that of a test or of a class.
    context.getStore(NAMESPACE).put(SwarmLoan.class, loan);
  }

  /**
   * Returns the engines that a test or class has, or else those of the class that declares them.
   */
  private static Optional<SwarmLoan> loan(ExtensionContext context) {
    SwarmLoan nearest = context.getStore(NAMESPACE).get(SwarmLoan.class, SwarmLoan.class);
    return Optional.ofNullable(nearest)
        .filter(loan -> Declaration.of(context).covers(loan.borrower()));
  }

  /**
   * What says which swarm a test has.
   *
   * @param place the identifier of the test or class that has the annotation
   */
  private record Declaration(WithSwarm swarm, String place) {
    static Declaration of(ExtensionContext context) {
      Optional<ExtensionContext> at = Optional.of(context);
      while (at.isPresent()) {
        Optional<WithSwarm> swarm =
            at.get()
                .getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, WithSwarm.class));
        if (swarm.isPresent()) {
          return new Declaration(swarm.get(), at.get().getUniqueId());
        }
        at = at.get().getParent();
      }
      return new Declaration(Defaults.class.getAnnotation(WithSwarm.class), "");
    }

    boolean isAt(ExtensionContext context) {
      return place.equals(context.getUniqueId());
    }

    /**
     * Returns whether it is about who borrowed engines: other engines are those of an outer class.
     */
    boolean covers(String borrower) {
      return place.isEmpty() || (borrower + "/").startsWith(place + "/");
    }
  }

  /** Holds the annotation of tests that have none. */
  @WithSwarm
  private static final class Defaults {}

  @Override
  public void afterTestExecution(ExtensionContext context) {
    context.getExecutionException().ifPresent(failure -> report(context, failure));
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw report(context, failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw report(context, failure);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw report(context, failure);
  }

  @Override
  public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw report(context, failure);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> test, DynamicTestInvocationContext invocation, ExtensionContext context)
      throws Throwable {
    try {
      test.proceed();
    } catch (Throwable failure) {
      throw report(context, failure);
    }
  }

  private static Throwable report(ExtensionContext context, Throwable failure) {
    if (!isAborted(failure)) {
      loan(context)
          .ifPresent(loan -> failure.addSuppressed(new SwarmState(loan.cluster().report())));
    }
    return failure;
  }

  /** A test that was not to run says nothing about its swarm. */
  private static boolean isAborted(Throwable failure) {
    return failure instanceof TestAbortedException;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SwarmClient.class
        || SwarmCluster.class.isAssignableFrom(type)
        || SwarmNode.class.isAssignableFrom(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SwarmLoan loan =
        loan(context)
            .orElseThrow(
                () ->
                    new ParameterResolutionException(
                        "there is no swarm yet: only tests have one, and with Lifetime.CLASS also"
                            + " @BeforeAll methods"));
    Class<?> type = parameter.getParameter().getType();
    Object value;
    if (type == SwarmClient.class) {
      value = loan.client();
    } else if (SwarmCluster.class.isAssignableFrom(type)) {
      value = loan.cluster();
    } else {
      value = node(parameter, loan.cluster());
    }
    if (!type.isInstance(value)) {
      throw new ParameterResolutionException(
          "the engines are no " + type.getSimpleName() + " but " + value + "; see backend()");
    }
    return value;
  }

  /** The first parameter that wants a node has the first node, and so on. */
  private static SwarmNode node(ParameterContext parameter, SwarmCluster cluster) {
    Parameter[] all = parameter.getDeclaringExecutable().getParameters();
    int before =
        (int)
            Arrays.stream(all, 0, parameter.getIndex())
                .filter(other -> SwarmNode.class.isAssignableFrom(other.getType()))
                .count();
    if (before >= cluster.nodes().size()) {
      throw new ParameterResolutionException(
          "there are "
              + cluster.nodes().size()
              + " engines, and none for the parameter "
              + parameter.getParameter());
    }
    return cluster.nodes().get(before);
  }
}
