package shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProfileController {
  /** What a member may change. */
  record Changes(String name, String city) {}

  // A real shop keeps members in a database and takes the id from the session.
  private final Member member = new Member();

  @GetMapping("/profile")
  Member showProfile() {
    return member;
  }

  @PatchMapping("/profile")
  Member changeProfile(@RequestBody Changes changes) {
    if (changes.name() != null) {
      member.name = changes.name();
    }
    if (changes.city() != null) {
      member.city = changes.city();
    }
    return member;
  }
}
