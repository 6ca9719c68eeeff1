package shop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** A post as a visitor sees it; the id of its author stays on the server. */
public record Post(
    int id,
    String title,
    String body,
    @JsonIgnore int authorId,
    String author,
    List<String> tags,
    boolean published,
    List<Comment> comments) {}
