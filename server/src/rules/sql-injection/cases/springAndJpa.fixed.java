import java.util.*;
import javax.persistence.EntityManager;
import javax.servlet.http.*;
import org.apache.ibatis.annotations.*;
import org.hibernate.Session;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.*;

class Users extends HttpServlet {
  private JdbcTemplate jdbc;
  private NamedParameterJdbcTemplate named;
  private EntityManager entities;

  interface Mapper {
    @Select("SELECT * FROM users WHERE name LIKE CONCAT('%', #{name}, '%') AND age = #{age}") // finds sql-injection (warning)
    List<String> find(@Param("name") String name, @Param("age") String age);

    @Select("SELECT * FROM users ORDER BY ${column}") // finds sql-injection (warning)
    List<String> sorted(@Param("column") String column);
  }

  void template(HttpServletRequest request) {
    String name = request.getParameter("name");
    jdbc.queryForObject("SELECT count(*) FROM users WHERE name = ?", Integer.class, name); // finds sql-injection
    jdbc.query("SELECT name FROM users WHERE name = ?", (rs, n) -> rs.getString(1), name); // finds sql-injection
    jdbc.update("UPDATE users SET age = ? WHERE name = ?", 7, name); // finds sql-injection
    jdbc.queryForObject("SELECT count(*) FROM users WHERE name = ?", new Object[] {name}, Integer.class); // finds sql-injection
    jdbc.update("DELETE FROM users WHERE name = ?", name); // finds sql-injection
    jdbc.batchUpdate("DELETE FROM users WHERE name = ?", java.util.Collections.singletonList(new Object[] {name})); // finds sql-injection
    String allowedDirection = "desc".equalsIgnoreCase(request.getParameter("direction")) ? "DESC" : "ASC";
    jdbc.queryForList("SELECT * FROM users ORDER BY name " + allowedDirection); // finds sql-injection
  }

  void byName(HttpServletRequest request) {
    String name = request.getParameter("name");
    named.queryForList("SELECT * FROM users WHERE name = :name", Map.of("name", name)); // finds sql-injection
    named.queryForList("SELECT * FROM users WHERE age = :age AND name = :name", Map.of("age", 7, "name", name)); // finds sql-injection
    named.update("DELETE FROM users WHERE name = :name", new MapSqlParameterSource().addValue("name", name)); // finds sql-injection
  }

  void objects(HttpServletRequest request, Session session) {
    String name = request.getParameter("name");
    entities.createQuery("FROM User WHERE name = :name").setParameter("name", name).getResultList(); // finds sql-injection
    String text = "SELECT * FROM users WHERE name LIKE :name AND age > :age";
    entities.createNativeQuery(text).setParameter("name", name + "%").setParameter("age", Integer.parseInt(request.getParameter("age"))).getResultList(); // finds sql-injection
    session.createQuery("FROM User WHERE name = :name").setParameter("name", name).list(); // finds sql-injection
  }
}
