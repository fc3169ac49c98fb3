package co.tambo.auth.contract;

/**
 * One row of the contract.
 *
 * @param id says what is special about it; unique
 * @param configuration what the application runs under
 * @param request what is sent
 * @param expectation what comes back
 */
public record ContractRow(
    String id, Configuration configuration, RawRequest request, Expectation expectation) {}
