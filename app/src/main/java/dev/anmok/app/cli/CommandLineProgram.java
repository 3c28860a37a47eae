package dev.anmok.app.cli;

import dev.anmok.app.profile.UnknownProfileException;
import dev.anmok.app.workspace.Models;
import dev.anmok.onnx.Device;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import picocli.CommandLine;

/// Parses a command line, runs the command, and turns what goes wrong into one clear line and an
/// exit code: 0 done, 1 failed, 2 wrong usage.
public final class CommandLineProgram {
  static final int FAILED = 1;
  static final int USAGE = 2;

  private CommandLineProgram() {}

  /// Runs a command.
  ///
  /// @param out receives results
  /// @param err receives messages and progress
  /// @return the exit code
  public static int run(String[] args, PrintStream out, PrintStream err) {
    var console = new Console(out, err, Boolean.getBoolean("anmok.terminal"));
    var line = new CommandLine(new AnmokCommand(), new CommandFactory(console));
    line.setOut(new PrintWriter(out, true, out.charset()));
    line.setErr(new PrintWriter(err, true, err.charset()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Device.class, CommandLineProgram::device);
    line.setParameterExceptionHandler((e, arguments) -> usage(e, err));
    line.setExecutionStrategy(parsed -> {
      Models.settle().ifPresent(choice -> console.say("anmok: --device %s", choice));
      return new CommandLine.RunLast().execute(parsed);
    });
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
    Models.on(Device.CPU); // until an option says otherwise
    try {
      Models.use(Models.rule(System.getenv()));
    } catch (IllegalArgumentException e) {
      err.println("anmok: " + e.getMessage());
      return USAGE;
    }
    try {
      return line.execute(args);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static Device device(String text) {
    try {
      return Device.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.TypeConversionException(e.getMessage());
    }
  }

  private static int usage(CommandLine.ParameterException e, PrintStream err) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("anmok: " + e.getMessage() + " (see: " + command + " --help)");
    return USAGE;
  }

  private static int failed(Exception e, PrintStream err) {
    switch (e) {
      case UnknownProfileException unknown -> {
        err.println("anmok: " + unknown.getMessage());
        return USAGE;
      }
      case Models.UnknownModelException unknown -> {
        err.println("anmok: " + unknown.getMessage());
        return USAGE;
      }
      case UsageException wrong -> {
        err.println("anmok: " + wrong.getMessage());
        return USAGE;
      }
      case UncheckedIOException wrapped ->
          err.println("anmok: " + PlainWords.of(Objects.requireNonNull(wrapped.getCause())));
      case IOException io -> err.println("anmok: " + PlainWords.of(io));
      default -> unexpected(e, err);
    }
    return FAILED;
  }

  /// A defect of ours: still one line, and the trace for whoever asks for it.
  private static void unexpected(Exception e, PrintStream err) {
    err.println(
        "anmok: a defect in Anmok: "
            + e
            + "; please report it with what ANMOK_JAVA_OPTIONS=-Danmok.trace=true prints");
    if (Boolean.getBoolean("anmok.trace")) {
      e.printStackTrace(err);
    }
  }
}
