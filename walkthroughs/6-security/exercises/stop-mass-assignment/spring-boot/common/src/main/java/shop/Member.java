package shop;

/** A member of the shop, as the database keeps it. */
class Member {
  public int id = 1;
  public String name = "Ada";
  public String city = "Oslo";
  public String role = "member";
  public int credit = 0;
}
