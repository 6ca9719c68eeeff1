import org.springframework.beans.BeanUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProfileController {
  private final Users users;

  ProfileController(Users users) {
    this.users = users;
  }

  @PostMapping("/profile")
  String change(@RequestBody User changes) {
    User user = users.current();
    BeanUtils.copyProperties(changes, user); // finds mass-assignment (warning)
    users.save(user);
    return user.getName() + user.getBio() + user.getRole();
  }

  @PostMapping("/other")
  void other(@RequestBody User changes) {
    User user = users.current();
    BeanUtils.copyProperties(changes, user, "role", "password");
    users.save(user);
  }
}
