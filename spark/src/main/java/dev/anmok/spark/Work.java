package dev.anmok.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What every executor must know.
///
/// @param folder where slices are read and parts written
/// @param profile name or path of the profile
/// @param profileText the profile as the driver read it
/// @param model id of the model pack
/// @param modelsOrNull folder of model packs on every node; null if there are none but the embedded
/// @param space short name of the space that the driver's pack makes
/// @param batch photos encoded together
/// @param allowUrls whether photos may be fetched
record Work(
    JobFolder folder,
    String profile,
    String profileText,
    String model,
    @Nullable String modelsOrNull,
    String space,
    int batch,
    boolean allowUrls)
    implements Serializable {
  private static final long serialVersionUID = 1;
}
