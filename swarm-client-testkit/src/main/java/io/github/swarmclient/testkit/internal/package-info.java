/** What several packages of the testkit share, and what no user is promised. */
@NullMarked
package io.github.swarmclient.testkit.internal;

import org.jspecify.annotations.NullMarked;
