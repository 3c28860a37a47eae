/// HTTP itself: routes as values, bodies and their limits, admission, authorisation, problems,
/// metrics. Knows nothing of photos; the wire is Helidon's.
@NullMarked
package dev.anmok.app.http;

import org.jspecify.annotations.NullMarked;
