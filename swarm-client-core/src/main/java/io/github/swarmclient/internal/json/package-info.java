/** The JSON of the Engine API. Not exported. */
@NullMarked
package io.github.swarmclient.internal.json;

import org.jspecify.annotations.NullMarked;
