package shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.ResponseStatusException;

/** In all routes, `visitor` is the id of the author who is logged in, or null. */
@RestController
@RequestMapping("/posts")
public class PostController {
  /** A new post. When a field is wrong, Spring answers 400. */
  public record NewPost(
      @NotBlank @Size(max = 200) String title,
      @NotBlank String body,
      @NotNull List<@NotBlank @Size(max = 50) String> tags,
      @NotNull Boolean published) {
    private Posts.Content content() {
      return new Posts.Content(title, body, tags, published);
    }
  }

  /** What changes of a post; null where nothing does. */
  public record Changes(
      @Size(max = 200) @Pattern(regexp = NOT_BLANK) String title,
      @Pattern(regexp = NOT_BLANK) String body,
      List<@NotBlank @Size(max = 50) String> tags,
      Boolean published) {
    private static final String NOT_BLANK = "(?s).*\\S.*";

    private Posts.Content of(Post before) {
      return new Posts.Content(
          title == null ? before.title() : title,
          body == null ? before.body() : body,
          tags == null ? before.tags() : tags,
          published == null ? before.published() : published);
    }
  }

  public record NewComment(
      @NotBlank @Size(max = 50) String name, @NotBlank @Size(max = 2000) String text) {}

  private final Posts posts;

  public PostController(Posts posts) {
    this.posts = posts;
  }

  @GetMapping
  public List<Post> list(
      @RequestParam(required = false) String tag,
      @RequestParam(required = false) String author,
      @SessionAttribute(name = AuthorController.AUTHOR_ID, required = false) Integer visitor) {
    return posts.list(visitor, tag, author);
  }

  @PostMapping
  public ResponseEntity<Post> create(
      @SessionAttribute(name = AuthorController.AUTHOR_ID, required = false) Integer visitor,
      @Valid @RequestBody NewPost fields) {
    int id = posts.add(loggedIn(visitor), fields.content());
    return ResponseEntity.created(URI.create("/posts/" + id)).body(visiblePost(id, visitor));
  }

  @GetMapping("/{id}")
  public Post show(
      @PathVariable int id,
      @SessionAttribute(name = AuthorController.AUTHOR_ID, required = false) Integer visitor) {
    return visiblePost(id, visitor);
  }

  @PatchMapping("/{id}")
  public Post change(
      @PathVariable int id,
      @SessionAttribute(name = AuthorController.AUTHOR_ID, required = false) Integer visitor,
      @Valid @RequestBody Changes changes) {
    posts.change(id, changes.of(ownPost(id, visitor)));
    return visiblePost(id, visitor);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void remove(
      @PathVariable int id,
      @SessionAttribute(name = AuthorController.AUTHOR_ID, required = false) Integer visitor) {
    posts.remove(ownPost(id, visitor).id());
  }

  @PostMapping("/{id}/comments")
  @ResponseStatus(HttpStatus.CREATED)
  public Comment addComment(
      @PathVariable int id,
      @SessionAttribute(name = AuthorController.AUTHOR_ID, required = false) Integer visitor,
      @Valid @RequestBody NewComment fields) {
    Comment comment = new Comment(fields.name(), fields.text());
    posts.addComment(visiblePost(id, visitor).id(), comment);
    return comment;
  }

  private Post visiblePost(int id, Integer visitor) {
    return posts
        .find(id, visitor)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Post ownPost(int id, Integer visitor) {
    int author = loggedIn(visitor);
    Post post = visiblePost(id, visitor);
    if (post.authorId() != author) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return post;
  }

  private static int loggedIn(Integer visitor) {
    if (visitor == null) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    return visitor;
  }
}
