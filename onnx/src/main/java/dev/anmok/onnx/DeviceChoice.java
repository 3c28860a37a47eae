package dev.anmok.onnx;

import dev.anmok.onnx.Device.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What `auto` comes to on this machine: the first accelerator that a small model runs on, else the
/// processor. Found out once a process.
///
/// @param device never `auto`
/// @param why in words; why no accelerator was taken, where none was
public record DeviceChoice(Device device, String why) {
  /// TensorRT is left out: it compiles each model for minutes before the first answer.
  private static final List<Device> ACCELERATORS =
      List.of(
          Device.of(Kind.CUDA),
          Device.of(Kind.COREML),
          Device.of(Kind.OPENVINO_GPU),
          Device.of(Kind.OPENVINO));

  /// Runs a small model on a device.
  interface Trial {
    void on(Device device) throws IOException;
  }

  private static final class Once {
    private static final DeviceChoice CHOICE = found();
  }

  /// What it is here.
  public static DeviceChoice auto() {
    return Once.CHOICE;
  }

  private static DeviceChoice found() {
    try {
      Tower.environment();
    } catch (IOException e) {
      return new DeviceChoice(Device.CPU, "" + e.getMessage());
    }
    var there = ACCELERATORS.stream().filter(Providers::has).toList();
    return there.isEmpty()
        ? new DeviceChoice(Device.CPU, "this ONNX Runtime has " + Providers.names() + " only")
        : among(there, Tower::tryOn);
  }

  static DeviceChoice among(List<Device> accelerators, Trial trial) {
    var reasons = new ArrayList<String>();
    for (var device : accelerators) {
      try {
        trial.on(device);
        return new DeviceChoice(device, "a model runs on it");
      } catch (IOException e) {
        reasons.add(e.getMessage());
      }
    }
    return new DeviceChoice(Device.CPU, String.join("; ", reasons));
  }

  /// `auto is cpu: …`.
  @Override
  public String toString() {
    return "auto is " + device + ": " + why;
  }
}
