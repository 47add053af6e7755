/** Files as tar archives. Not exported, but to the testkit. */
@NullMarked
package io.github.swarmclient.internal.tar;

import org.jspecify.annotations.NullMarked;
