/** What an engine sends bit by bit: logs and events. */
@NullMarked
package io.github.swarmclient.stream;

import org.jspecify.annotations.NullMarked;
