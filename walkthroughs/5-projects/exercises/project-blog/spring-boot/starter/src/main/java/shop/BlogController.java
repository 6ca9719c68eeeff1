package shop;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages for readers. */
@Controller
public class BlogController {
  private final Posts posts;

  public BlogController(Posts posts) {
    this.posts = posts;
  }

  // TODO: put the posts into the model. The page is resources/templates/posts.html.
  @GetMapping("/blog")
  public String list(Model model) {
    return "posts";
  }

  // TODO: GET /blog/7
}
