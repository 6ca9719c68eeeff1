package shop;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.ResponseStatusException;

/** The pages for readers. */
@Controller
public class BlogController {
  private final Posts posts;

  public BlogController(Posts posts) {
    this.posts = posts;
  }

  @GetMapping("/blog")
  public String list(
      @SessionAttribute(name = AuthorController.AUTHOR_ID, required = false) Integer visitor,
      Model model) {
    model.addAttribute("posts", posts.list(visitor, null, null));
    return "posts";
  }

  @GetMapping("/blog/{id}")
  public String show(
      @PathVariable int id,
      @SessionAttribute(name = AuthorController.AUTHOR_ID, required = false) Integer visitor,
      Model model) {
    Post post =
        posts
            .find(id, visitor)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("post", post);
    return "post";
  }
}
