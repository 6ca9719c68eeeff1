package shop;

import java.util.List;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The resolvers: one method for each field of Query and Mutation, with the same name. */
@Controller
public class BookController {
  private final Books books;

  public BookController(Books books) {
    this.books = books;
  }

  @QueryMapping
  public List<Book> books(@Argument String author) {
    return books.all();
  }

  @QueryMapping
  public Optional<Book> book(@Argument int id) {
    return books.find(id);
  }

  @MutationMapping
  public Book addBook(@Argument String title, @Argument String author, @Argument int year) {
    return books.add(title, author, year);
  }
}
