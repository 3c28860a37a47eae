/// Self-contained HTML reports: what a curation kept and why, and where a lens's threshold lies.
/// One file, Korean and English, no script, nothing loaded from elsewhere.
@NullMarked
package dev.anmok.app.report;

import org.jspecify.annotations.NullMarked;
