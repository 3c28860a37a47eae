/// The pages in the browser: their files, and the routes that they are served by.
@NullMarked
package dev.anmok.app.ui;

import org.jspecify.annotations.NullMarked;
