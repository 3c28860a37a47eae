/// The review queue: what people are asked, what they said, and how well the machine does by it.
@NullMarked
package dev.anmok.app.review;

import org.jspecify.annotations.NullMarked;
