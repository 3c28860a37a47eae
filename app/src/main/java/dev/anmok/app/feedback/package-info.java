/// What people made of answers: reading and writing it, and what it says of their taste.
@NullMarked
package dev.anmok.app.feedback;

import org.jspecify.annotations.NullMarked;
