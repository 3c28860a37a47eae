/// onnx adapter.
@NullMarked
package dev.anmok.onnx;

import org.jspecify.annotations.NullMarked;
