package co.tambo.sample.server;

import java.util.List;

/**
 * What the command line asks for.
 *
 * @param port the TCP port, 0 for any free one
 */
record Options(int port) {

  private static final String USAGE =
      "Usage: java -jar sample-war.war [--port=N]   (0 to 65535, default 8080; 0 is any free one)";

  private static final String PORT = "--port=";

  static Options of(List<String> args) {
    int port = 8080;
    for (String arg : args) {
      port = port(arg);
    }
    return new Options(port);
  }

  private static int port(String arg) {
    String digits = arg.startsWith(PORT) ? arg.substring(PORT.length()) : "";
    boolean number = digits.length() < 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits.isEmpty() || !number || Integer.parseInt(digits) > 65535) {
      throw new IllegalArgumentException("Not understood: " + arg + "\n" + USAGE);
    }
    return Integer.parseInt(digits);
  }
}
