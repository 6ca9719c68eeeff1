"""A table for each model. The server makes missing tables when it starts."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class Author(AbstractBaseUser):
    """AbstractBaseUser has a column for the hash, and set_password fills it."""

    name = models.CharField(max_length=50, unique=True)

    # What authors log in with.
    USERNAME_FIELD = "name"
    objects = BaseUserManager()


class Tag(models.Model):
    name = models.CharField(max_length=50, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class PostQuerySet(models.QuerySet):
    def visible_to(self, reader):
        """All views begin with it: it leaves out the drafts of others."""
        published = models.Q(published=True)
        if not reader.is_authenticated:
            return self.filter(published)
        return self.filter(published | models.Q(author=reader))


class Post(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="posts")
    title = models.CharField(max_length=200)
    body = models.TextField()
    published = models.BooleanField(default=False)
    # Django makes the table of the pairs.
    tags = models.ManyToManyField(Tag, related_name="posts")

    objects = PostQuerySet.as_manager()

    class Meta:
        # The newest first.
        ordering = ["-id"]

    def set_tags(self, names):
        self.tags.set([Tag.objects.get_or_create(name=name)[0] for name in set(names)])


class Comment(models.Model):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="comments")
    name = models.CharField(max_length=50)
    text = models.TextField()

    class Meta:
        ordering = ["id"]
