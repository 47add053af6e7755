package io.github.swarmclient;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.PullErrorDetail;
import io.github.swarmclient.model.PullProgress;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Images as files of this machine, which go into an engine and come out of it. */
final class ImageArchive {
  private static final String LOADED = "Loaded image";

  private final ApiCalls calls;
  private final String operation;
  private final Path file;

  ImageArchive(ApiCalls calls, String operation, Path file) {
    this.calls = calls;
    this.operation = operation;
    this.file = file.toAbsolutePath().normalize();
  }

  /** Returns the names, or IDs, of what the engine has now. */
  List<String> load() {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException(file + " is no file that can be read; nothing was sent");
    }
    ApiCall call =
        calls
            .post(operation, "/images/load")
            .query("quiet", true)
            .body(RequestBody.streaming("application/x-tar", out -> Files.copy(file, out)))
            .unbounded();
    List<String> loaded = new ArrayList<>();
    try (TransportResponse response = call.open()) {
      JsonDocuments<PullProgress> lines =
          new JsonDocuments<>(operation, response.body(), PullProgress.class);
      for (PullProgress line = lines.next(); line != null; line = lines.next()) {
        requireNoError(line, response.status());
        loadedName(line, loaded);
      }
    } catch (TransportException e) {
      throw e.getCause() instanceof FileSystemException local ? local("read", local) : e;
    } catch (IOException e) {
      throw new TransportException(operation, calls.names(), true, e);
    }
    return List.copyOf(loaded);
  }

  private void requireNoError(PullProgress line, int status) {
    PullErrorDetail detail = line.errorDetail();
    String error = line.error() == null && detail != null ? detail.message() : line.error();
    if (error != null) {
      throw new EngineException(EngineAnswer.of(operation, calls.names(), true, status, error));
    }
  }

  /** Understands {@code Loaded image: nginx:1.13} and {@code Loaded image ID: sha256:…}. */
  private static void loadedName(PullProgress line, List<String> loaded) {
    JsonNode said = line.unknownFields().get("stream");
    String text = said == null ? "" : said.asText().strip();
    int colon = text.indexOf(": ");
    if (text.startsWith(LOADED) && colon > 0) {
      loaded.add(text.substring(colon + 2));
    }
  }

  /** Writes the whole file or none. */
  void save(ApiCall call) {
    Path unfinished = null;
    try (TransportResponse response = call.unbounded().open()) {
      unfinished = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
      copy(response.body(), unfinished);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException e) {
      throw local("written", e);
    } catch (IOException e) {
      throw new TransportException(operation, calls.names(), false, e);
    } finally {
      discard(unfinished);
    }
  }

  private static void copy(InputStream in, Path target) throws IOException {
    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void discard(@Nullable Path unfinished) {
    try {
      if (unfinished != null) {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      // What went wrong before is what the caller has to hear of.
    }
  }

  private SwarmException local(String verb, FileSystemException e) {
    return new SwarmException(
        operation,
        "a file here cannot be " + verb + ": " + Text.printable(String.valueOf(e.getMessage())),
        e);
  }
}
