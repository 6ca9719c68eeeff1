package shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/posts")
public class PostController {
  private final Posts posts;

  public PostController(Posts posts) {
    this.posts = posts;
  }

  // TODO: @SessionAttribute brings the id of the author who is logged in, if anyone is.
  @GetMapping
  public List<Post> list(
      @RequestParam(required = false) String tag, @RequestParam(required = false) String author) {
    return posts.list(null, tag, author);
  }

  // TODO: one method that finds a post which the visitor may see, and one that finds a post which
  // the visitor may change. Then the other routes.
}
