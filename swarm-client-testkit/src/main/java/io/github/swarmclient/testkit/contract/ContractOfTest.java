package io.github.swarmclient.testkit.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of one area the contract that they are part of. */
final class ContractOfTest implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EngineContract.class;
  }

  @Override
  public EngineContract resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRequiredTestInstances()
        .findInstance(EngineContract.class)
        .orElseThrow(() -> new IllegalStateException("no test of an EngineContract"));
  }
}
