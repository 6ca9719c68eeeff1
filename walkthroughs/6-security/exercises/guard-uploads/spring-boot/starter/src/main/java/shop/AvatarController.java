package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
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
  private final Path folder = Path.of("avatars").toAbsolutePath();

  AvatarController() throws IOException {
    Files.createDirectories(folder);
  }

  @PostMapping("/avatars")
  ResponseEntity<Map<String, String>> addAvatar(@RequestParam MultipartFile picture)
      throws IOException {
    String name = picture.getOriginalFilename();
    picture.transferTo(folder.resolve(name));
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("url", "/avatars/" + name));
  }

  @GetMapping("/avatars/{name}")
  ResponseEntity<FileSystemResource> showAvatar(@PathVariable String name) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    MediaType type = MediaTypeFactory.getMediaType(name).orElse(MediaType.TEXT_HTML);
    return ResponseEntity.ok().contentType(type).body(new FileSystemResource(file));
  }
}
