"""The sample shop 山间茶庄: the script that draws its pictures."""
