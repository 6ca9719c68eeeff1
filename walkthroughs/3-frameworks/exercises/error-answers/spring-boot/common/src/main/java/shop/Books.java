package shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The books of the library, from the file books.json. */
@Component
public class Books {
  private final List<Book> books;

  public Books(ObjectMapper json) throws IOException {
    books = List.of(json.readValue(Path.of("books.json").toFile(), Book[].class));
  }

  public List<Book> all() {
    return books;
  }

  public Optional<Book> find(int id) {
    return books.stream().filter(book -> book.id() == id).findFirst();
  }
}
