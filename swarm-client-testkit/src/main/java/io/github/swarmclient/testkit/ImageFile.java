package io.github.swarmclient.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads which images are in a file that {@code docker save} wrote. */
final class ImageFile {
  private static final int BLOCK = 512;
  private static final int LONGEST_MANIFEST = 1 << 20;

  private ImageFile() {}

  /**
   * Returns the names of the images.
   *
   * @throws IllegalArgumentException if it is no such file
   */
  static List<String> names(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      List<String> names = new ArrayList<>();
      for (JsonNode image : new ObjectMapper().readTree(manifest(in))) {
        image.path("RepoTags").forEach(name -> names.add(name.asText()));
      }
      return names;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file
              + " cannot be loaded as an image: "
              + Failures.reason(e)
              + "; docker save -o FILE IMAGE makes one that can",
          e);
    }
  }

  /** Reads to the end of the archive, so that one that is cut off is known now. */
  private static byte[] manifest(InputStream in) throws IOException {
    byte[] manifest = {};
    byte[] header = in.readNBytes(BLOCK);
    while (header.length == BLOCK && header[0] != 0) {
      long size = size(header);
      long left = (size + BLOCK - 1) / BLOCK * BLOCK;
      if (text(header, 0, 100).equals("manifest.json") && size <= LONGEST_MANIFEST) {
        manifest = in.readNBytes((int) size);
        left -= manifest.length;
      }
      skip(in, left);
      header = in.readNBytes(BLOCK);
    }
    if (manifest.length == 0) {
      throw new IOException("it has no manifest.json");
    }
    return manifest;
  }

  private static void skip(InputStream in, long bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      long skipped = in.skip(left);
      if (skipped == 0 && in.read() < 0) {
        throw new IOException("it is cut off");
      }
      left -= Math.max(1, skipped);
    }
  }

  private static long size(byte[] header) throws IOException {
    String octal = text(header, 124, 12).strip();
    if (!octal.matches("[0-7]{1,12}")) {
      throw new IOException("it is no tar archive");
    }
    return Long.parseLong(octal, 8);
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.US_ASCII);
  }
}
