/// The categories of photos and items: classifiers opened as a profile says, and their answers for
/// files and for a workspace.
@NullMarked
package dev.anmok.app.category;

import org.jspecify.annotations.NullMarked;
