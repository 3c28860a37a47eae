package dev.anmok.app.cli;

import java.lang.reflect.Proxy;

/// Hears requests to end the process, Ctrl-C and SIGTERM, so that it ends as asked and not as
/// killed: exit code 0, not 143. Where the JVM has no `sun.misc.Signal` a shutdown hook hears them.
final class Signals {
  private static final String[] NAMES = {"INT", "TERM"};

  private Signals() {}

  /// Runs something at each such request, in place of the JVM's own end.
  static void hear(Runnable asked) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                asked.run();
                return null;
              });
      for (var name : NAMES) {
        var one = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, one, ours);
      }
    } catch (ReflectiveOperationException e) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(asked));
    }
  }
}
