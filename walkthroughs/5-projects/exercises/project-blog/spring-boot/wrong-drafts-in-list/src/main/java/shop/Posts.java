package shop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The posts in the database, with their tags and comments. */
@Repository
public class Posts {
  private static final String POSTS =
      """
      SELECT posts.id, title, body, author_id, authors.name AS author, published
      FROM posts JOIN authors ON authors.id = author_id
      """;

  /** What an author decides of a post. */
  public record Content(String title, String body, List<String> tags, boolean published) {}

  private record Row(
      int id, String title, String body, int authorId, String author, boolean published) {}

  private record Tag(int postId, String name) {}

  private record PostComment(int postId, String name, String text) {}

  private final JdbcClient db;

  public Posts(JdbcClient db) {
    this.db = db;
  }

  /** The newest first. A tag or an author that is null fits every post. */
  public List<Post> list(Integer visitor, String tag, String author) {
    List<Row> rows =
        db.sql(
                POSTS
                    + """
                    WHERE (:author IS NULL OR authors.name = :author)
                    AND (:tag IS NULL OR posts.id IN (
                      SELECT post_id FROM post_tags JOIN tags ON tags.id = tag_id WHERE name = :tag
                    ))
                    ORDER BY posts.id DESC
                    """)
            .param("author", author)
            .param("tag", tag)
            .query(Row.class)
            .list();
    return complete(rows);
  }

  /** A post, when this visitor may see it. */
  public Optional<Post> find(int id, Integer visitor) {
    List<Row> rows =
        db.sql(POSTS + " WHERE posts.id = :id AND (published OR author_id = :visitor)")
            .param("id", id)
            .param("visitor", visitor)
            .query(Row.class)
            .list();
    return complete(rows).stream().findFirst();
  }

  /** Returns the id of the new post. */
  @Transactional
  public int add(int authorId, Content content) {
    int id =
        db.sql(
                """
                INSERT INTO posts (author_id, title, body, published) VALUES (?, ?, ?, ?)
                RETURNING id
                """)
            .params(authorId, content.title(), content.body(), content.published())
            .query(Integer.class)
            .single();
    tag(id, content.tags());
    return id;
  }

  @Transactional
  public void change(int id, Content content) {
    db.sql("UPDATE posts SET title = ?, body = ?, published = ? WHERE id = ?")
        .params(content.title(), content.body(), content.published(), id)
        .update();
    db.sql("DELETE FROM post_tags WHERE post_id = ?").param(id).update();
    tag(id, content.tags());
  }

  /** Its comments and the pairs with its tags go, too. */
  public void remove(int id) {
    db.sql("DELETE FROM posts WHERE id = ?").param(id).update();
  }

  public void addComment(int postId, Comment comment) {
    db.sql("INSERT INTO comments (post_id, name, text) VALUES (?, ?, ?)")
        .params(postId, comment.name(), comment.text())
        .update();
  }

  private void tag(int postId, List<String> tags) {
    int position = 0;
    // A tag that is named twice counts once.
    for (String tag : new LinkedHashSet<>(tags)) {
      db.sql("INSERT INTO tags (name) VALUES (?) ON CONFLICT (name) DO NOTHING")
          .param(tag)
          .update();
      db.sql(
              """
              INSERT INTO post_tags (post_id, tag_id, position)
              SELECT ?, id, ? FROM tags WHERE name = ?
              """)
          .params(postId, position++, tag)
          .update();
    }
  }

  /** Adds tags and comments: one query each, however many posts there are. */
  private List<Post> complete(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Integer> ids = rows.stream().map(Row::id).toList();
    Map<Integer, List<String>> tags =
        db
            .sql(
                """
                SELECT post_id, name FROM post_tags JOIN tags ON tags.id = tag_id
                WHERE post_id IN (:ids) ORDER BY position
                """)
            .param("ids", ids)
            .query(Tag.class)
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Tag::postId, Collectors.mapping(Tag::name, Collectors.toList())));
    Map<Integer, List<Comment>> comments =
        db
            .sql("SELECT post_id, name, text FROM comments WHERE post_id IN (:ids) ORDER BY id")
            .param("ids", ids)
            .query(PostComment.class)
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    PostComment::postId,
                    Collectors.mapping(
                        each -> new Comment(each.name(), each.text()), Collectors.toList())));
    return rows.stream()
        .map(
            row ->
                new Post(
                    row.id(),
                    row.title(),
                    row.body(),
                    row.authorId(),
                    row.author(),
                    tags.getOrDefault(row.id(), List.of()),
                    row.published(),
                    comments.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
