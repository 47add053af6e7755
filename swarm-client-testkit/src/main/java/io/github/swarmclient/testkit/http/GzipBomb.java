package io.github.swarmclient.testkit.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/** A GiB of zeros as gzip: 1 MiB that is compressed once and written a thousand times. */
final class GzipBomb {
  private static final int BLOCK = 1 << 20;
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

  private GzipBomb() {}

  static void write(OutputStream out) throws IOException {
    byte[] block = compressed();
    out.write(HEADER);
    for (int i = 0; i < 1024; i++) {
      out.write(block);
    }
    // The last block, an empty one. No sum follows: who comes as far as this has lost already.
    out.write(new byte[] {3, 0});
  }

  private static byte[] compressed() {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(new byte[BLOCK]);
    byte[] block = new byte[BLOCK];
    // After a full flush what follows does not depend on what came before.
    int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
    deflater.end();
    return java.util.Arrays.copyOf(block, length);
  }
}
