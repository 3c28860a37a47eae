package dev.anmok.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// The memory of an NVIDIA device, as its driver's management library (NVML) tells it: of the whole
/// device, whoever uses it.
///
/// @param total bytes, above 0
/// @param free bytes
public record GpuMemory(long total, long free) {
  private static final String LIBRARY = "libnvidia-ml.so.1";
  private static final int SUCCESS = 0;

  /// Total, free and used bytes, in the order of the library's structure.
  private static final MemoryLayout MEMORY = MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_LONG);

  /// Share in use, 0..1.
  public double used() {
    return 1 - (double) free / total;
  }

  /// What the driver says of a device; empty where there is no such driver or device.
  ///
  /// @param index of the device, from 0
  public static Optional<GpuMemory> of(int index) {
    try (var arena = Arena.ofConfined()) {
      var library = SymbolLookup.libraryLookup(LIBRARY, arena);
      return ask(library, arena, index);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no such library: no driver here
    }
  }

  private static Optional<GpuMemory> ask(SymbolLookup library, Arena arena, int index) {
    if (call(library, "nvmlInit_v2") != SUCCESS) {
      return Optional.empty();
    }
    var device = arena.allocate(ValueLayout.ADDRESS);
    if (call(library, "nvmlDeviceGetHandleByIndex_v2", index, device) != SUCCESS) {
      return Optional.empty();
    }
    var memory = arena.allocate(MEMORY);
    var handle = device.get(ValueLayout.ADDRESS, 0);
    if (call(library, "nvmlDeviceGetMemoryInfo", handle, memory) != SUCCESS) {
      return Optional.empty();
    }
    long total = memory.getAtIndex(ValueLayout.JAVA_LONG, 0);
    long free = memory.getAtIndex(ValueLayout.JAVA_LONG, 1);
    return total > 0 ? Optional.of(new GpuMemory(total, free)) : Optional.empty();
  }

  /// Calls a function that returns a status.
  private static int call(SymbolLookup library, String name, Object... arguments) {
    var layouts = new MemoryLayout[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      layouts[i] =
          arguments[i] instanceof MemorySegment ? ValueLayout.ADDRESS : ValueLayout.JAVA_INT;
    }
    var function = library.find(name).orElseThrow(() -> new IllegalArgumentException(name));
    var handle =
        Linker.nativeLinker()
            .downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts));
    try {
      return (int) handle.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(LIBRARY + ": " + name + " cannot be called", e);
    }
  }
}
