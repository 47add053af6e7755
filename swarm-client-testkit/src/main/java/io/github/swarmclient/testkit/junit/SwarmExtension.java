package io.github.swarmclient.testkit.junit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.junit.WithSwarm.Lifetime;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
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
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SwarmExtension.class);

  /** Made by JUnit. */
  public SwarmExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (settings(context).lifetime() == Lifetime.CLASS) {
      lend(context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (loan(context).isEmpty()) {
      lend(context);
    }
  }

  private static SwarmLoan lend(ExtensionContext context) {
    SwarmSettings settings = settings(context);
    SwarmPool pool =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(SwarmPool.class, key -> new SwarmPool(), SwarmPool.class);
    SwarmLoan loan = pool.lend(settings);
    // Closed by JUnit when the context ends, that of a test or of a class.
    context.getStore(NAMESPACE).put(SwarmLoan.class, loan);
    return loan;
  }

  private static Optional<SwarmLoan> loan(ExtensionContext context) {
    return Optional.ofNullable(context.getStore(NAMESPACE).get(SwarmLoan.class, SwarmLoan.class));
  }

  private static SwarmSettings settings(ExtensionContext context) {
    Optional<ExtensionContext> at = Optional.of(context);
    while (at.isPresent()) {
      Optional<WithSwarm> swarm =
          at.get()
              .getElement()
              .flatMap(element -> AnnotationSupport.findAnnotation(element, WithSwarm.class));
      if (swarm.isPresent()) {
        return SwarmSettings.of(swarm.get(), context);
      }
      at = at.get().getParent();
    }
    return SwarmSettings.of(Defaults.class.getAnnotation(WithSwarm.class), context);
  }

  /** Holds the annotation of tests that have none. */
  @WithSwarm
  private static final class Defaults {}

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Optional<Throwable> failure = context.getExecutionException();
    if (failure.isPresent() && !isAborted(failure.get())) {
      loan(context)
          .ifPresent(loan -> failure.get().addSuppressed(new SwarmState(loan.cluster().report())));
    }
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
