/// Photos behind URLs, fetched in a way that cannot reach private addresses. Off unless the
/// operator allows it.
@NullMarked
package dev.anmok.app.fetch;

import org.jspecify.annotations.NullMarked;
