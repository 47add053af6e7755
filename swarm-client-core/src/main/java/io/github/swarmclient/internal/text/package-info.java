/** What people read. Not exported. */
@NullMarked
package io.github.swarmclient.internal.text;

import org.jspecify.annotations.NullMarked;
