"""A picture with 256 colors at most: a third of the bytes, and nobody sees it. The browser counts, Python writes."""

import base64
import struct
import zlib

from playwright.sync_api import Browser

# The most frequent colors are kept; every other becomes the nearest of them.
COUNT = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const pixels = Array.from({ length: data.length / 4 }, (_, i) =>
    (data[4 * i] << 16) | (data[4 * i + 1] << 8) | data[4 * i + 2]);
  const seen = new Map();
  for (const one of pixels) seen.set(one, (seen.get(one) ?? 0) + 1);
  const kept = [...seen].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([one]) => one);
  const near = new Map(kept.map((one, at) => [one, at]));
  const apart = (a, b) =>
    ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  for (const one of seen.keys())
    if (!near.has(one))
      near.set(one, kept.reduce((best, other, at) => (apart(one, other) < apart(one, kept[best]) ? at : best), 0));
  return { width: image.width, height: image.height, colors: kept, pixels: pixels.map((one) => near.get(one)) };
}"""


def small(browser: Browser, png: bytes) -> bytes:
    """The same picture as a PNG with a palette."""
    page = browser.new_page()
    told = page.evaluate(COUNT, base64.b64encode(png).decode())
    page.close()
    width, height = told["width"], told["height"]
    pixels = bytes(told["pixels"])
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, len(pixels), width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    palette = b"".join(color.to_bytes(3, "big") for color in told["colors"])
    pieces = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_piece(*one) for one in pieces)


def _piece(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
