/// Model packs, and the encoder ports on ONNX Runtime. [ModelStore] finds a [ModelPack], which
/// loads the towers.
@NullMarked
package dev.anmok.onnx;

import org.jspecify.annotations.NullMarked;
