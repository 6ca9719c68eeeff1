package shop;

import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The resolvers: one method for each field of Query and Mutation, with the same name. */
@Controller
public class BookController {
  private final Books books;

  public BookController(Books books) {
    this.books = books;
  }

  // TODO: filter by author, and the methods book and addBook.
  @QueryMapping
  public List<Book> books() {
    return books.all();
  }
}
