/// Cutting photos out: choosing the segmenter, the treatment of a workspace's photos, and trials of
/// what it gains.
@NullMarked
package dev.anmok.app.cutout;

import org.jspecify.annotations.NullMarked;
