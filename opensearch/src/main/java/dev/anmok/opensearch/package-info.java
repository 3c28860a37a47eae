/// The index in an OpenSearch cluster: photos by vector, words and metadata.
@NullMarked
package dev.anmok.opensearch;

import org.jspecify.annotations.NullMarked;
