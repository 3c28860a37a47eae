/// Drawn posters of invented films with all that is known of them: titles in two languages, facts,
/// stories, what each poster shows, and queries with the films that answer them.
@NullMarked
package dev.anmok.app.sample.poster;

import org.jspecify.annotations.NullMarked;
