package co.tambo.auth.contract;

import java.io.IOException;

/** A web application that serves {@link ContractApp} behind an adapter. */
public interface Deployment extends AutoCloseable {

  /** Returns the port on 127.0.0.1. */
  int port();

  @Override
  void close() throws IOException;
}
