package io.github.swarmclient;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What an engine goes on saying, as it arrives. Ends where the engine has said all, or where this
 * is closed; whatever else cuts it short is an exception, after what came before. To be closed, and
 * read by one thread; any thread may close it, which ends a wait for what is next at once.
 *
 * @param <T> what is said
 */
public abstract sealed class EngineStream<T> implements Iterator<T>, AutoCloseable
    permits LogStream, EventStream, ExecSession {
  final String operation;
  final String engine;
  final TransportResponse response;
  private @Nullable T next;
  private @Nullable RuntimeException failure;
  private boolean ended;
  private volatile boolean closed;

  EngineStream(String operation, String engine, TransportResponse response) {
    this.operation = operation;
    this.engine = engine;
    this.response = response;
  }

  /** Waits for what is next. Returns null at the end. */
  abstract @Nullable T read() throws IOException;

  /**
   * Waits for what is next. Returns false at the end, and when this was closed.
   *
   * @throws EngineException if the engine says that something is missing, such as the log of a node
   *     that is down
   * @throws MalformedResponseException if the stream ends in the middle of something, or is none
   * @throws TransportException if the connection broke
   */
  @Override
  public final boolean hasNext() {
    if (closed) {
      return false;
    }
    if (failure != null) {
      throw failure;
    }
    if (next == null && !ended) {
      next = readOrEnd();
    }
    return next != null;
  }

  private @Nullable T readOrEnd() {
    try {
      T value = read();
      if (value == null) {
        ended = true;
        response.close();
      }
      return value;
    } catch (IOException e) {
      return broken(new TransportException(operation, engine, false, e));
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  /** After a close, whatever is wrong is the end that was asked for. */
  private @Nullable T broken(RuntimeException e) {
    response.close();
    if (closed) {
      return null;
    }
    failure = e;
    throw e;
  }

  /**
   * Waits for what is next and returns it.
   *
   * @throws NoSuchElementException at the end, and when this was closed
   * @throws SwarmException as {@link #hasNext()} does
   */
  @Override
  public final T next() {
    T value = hasNext() ? next : null;
    if (value == null) {
      throw new NoSuchElementException(operation + ": the stream has ended");
    }
    next = null;
    return value;
  }

  /** Returns the rest as a stream, whose close closes this. */
  final Stream<T> rest() {
    return rest(this).onClose(this::close);
  }

  static <E> Stream<E> rest(Iterator<E> source) {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(source, traits), false);
  }

  /** Ends the stream, also for a thread that waits for what is next. Again it does nothing. */
  @Override
  public final void close() {
    closed = true;
    response.close();
  }
}
