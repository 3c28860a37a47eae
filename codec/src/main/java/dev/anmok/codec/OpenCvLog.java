package dev.anmok.codec;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/// OpenCV's own log. It writes to the standard error stream what [Malformed] already says, and its
/// Java binding has no switch for it, so the C++ function is called by its mangled name; where
/// there is none of that name, as on Windows, the log stays as it is.
final class OpenCvLog {
  private static final String SET_LOG_LEVEL = "_ZN2cv5utils7logging11setLogLevelENS1_8LogLevelE";
  private static final int SILENT = 0;

  private OpenCvLog() {}

  /// Switches it off; the native library must be loaded.
  static void silence() {
    var function = SymbolLookup.loaderLookup().find(SET_LOG_LEVEL);
    if (function.isEmpty()) {
      return;
    }
    var signature = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    try {
      int previous =
          (int) Linker.nativeLinker().downcallHandle(function.get(), signature).invokeExact(SILENT);
      assert previous >= SILENT;
    } catch (Throwable e) {
      throw new LinkageError("OpenCV's log could not be silenced", e);
    }
  }
}
