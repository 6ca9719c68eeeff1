package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

@RestController
class AvatarController {
  private static final int MAX_BYTES = 1_000_000;
  private static final Map<String, byte[]> BEGINNINGS =
      Map.of(
          ".png", HexFormat.of().parseHex("89504e470d0a1a0a"),
          ".jpg", HexFormat.of().parseHex("ffd8ff"));

  private final Path folder = Path.of("avatars").toAbsolutePath();

  AvatarController() throws IOException {
    Files.createDirectories(folder);
  }

  @PostMapping("/avatars")
  ResponseEntity<Map<String, String>> addAvatar(@RequestParam MultipartFile picture)
      throws IOException {
    if (picture.getSize() > MAX_BYTES) {
      throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE);
    }
    byte[] content = picture.getBytes();
    String name = UUID.randomUUID() + endingOf(content);
    Files.write(folder.resolve(name), content);
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("url", "/avatars/" + name));
  }

  /** The ending that fits the content; what is no picture is refused. */
  private static String endingOf(byte[] content) {
    for (Map.Entry<String, byte[]> known : BEGINNINGS.entrySet()) {
      byte[] beginning = Arrays.copyOf(content, known.getValue().length);
      if (Arrays.equals(beginning, known.getValue())) {
        return known.getKey();
      }
    }
    throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  @GetMapping("/avatars/{name}")
  ResponseEntity<FileSystemResource> showAvatar(@PathVariable String name) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    MediaType type = name.endsWith(".png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG;
    return ResponseEntity.ok().contentType(type).body(new FileSystemResource(file));
  }
}
