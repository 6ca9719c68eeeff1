package shop;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The posts in the database, with their tags and comments. */
@Repository
public class Posts {
  private final JdbcClient db;

  public Posts(JdbcClient db) {
    this.db = db;
  }

  // TODO: only posts that this visitor may see, the newest first, by tag and by author
  public List<Post> list(Integer visitor, String tag, String author) {
    return List.of();
  }

  // TODO: find one that a visitor may see; add, change and remove one; add a comment.
}
