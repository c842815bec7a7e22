"""What reports say, in Chinese and English."""

FIELD_WORDS = {
    "title": ("标题", "title"),
    "author": ("作者", "author"),
    "digest": ("摘要", "digest"),
    "cover": ("封面", "cover"),
    "body": ("正文", "text"),
    "pictures": ("图片", "pictures"),
    "comments": ("留言设置", "comment settings"),
}

RULE_WORDS = {
    "create": ("新建草稿", "create draft"),
    "push": ("推送", "push"),
    "pull": ("拉取", "pull"),
    "orphan of ours": ("找回", "import, ours"),
    "written in console": ("导入", "import"),
    "pair": ("配对", "pair"),
    "first contact conflict": ("首次冲突", "first contact conflict"),
    "false conflict": ("两边已一致", "equal by now"),
    "conflict over": ("冲突已了", "conflict over"),
    "conflict": ("冲突", "conflict"),
    "drift": ("格式变动", "drift"),
    "rename": ("改名", "rename"),
    "re-index": ("换位置", "re-index"),
    "opted out": ("不进公众号", "opted out"),
    "remote delete": ("草稿不见了", "draft vanished"),
    "edit beats delete": ("一边改一边没了", "edited here or there, gone on the other side"),
    "local delete": ("文件已删", "file deleted"),
    "both gone": ("两边都没有", "gone on both sides"),
    "duplicate id": ("id 重复", "duplicate id"),
    "id lost": ("id 丢失", "id lost"),
    "part of a multi-article draft": ("多图文", "multi-article draft"),
    "problem": ("文件有误", "file problem"),
}

NEXT_STEPS = {
    ("create", "done"): (
        "草稿已在公众号草稿箱，去后台预览、发表",
        "the draft is in the draft box: preview and publish it",
    ),
    ("push", "done"): ("公众号草稿已更新，去后台看一眼", "the draft is up to date: have a look in the console"),
    ("pull", "done"): ("已写入文件，看过差异后提交 git", "the file is rewritten: check the diff, commit it"),
    ("written in console", "done"): (
        "已存为草稿文件，核对后删掉 status: draft 就会上网站",
        "saved as a draft: check it, remove 'status: draft' to show it on the site",
    ),
    ("orphan of ours", "done"): (
        "已从公众号找回文件，核对后提交 git",
        "the file was brought back: check it, commit it",
    ),
    ("pair", "done"): ("已记录，不用做什么", "recorded, nothing to do"),
    ("false conflict", "done"): ("已记录，不用做什么", "recorded, nothing to do"),
    ("conflict over", "done"): ("已记录，不用做什么", "recorded, nothing to do"),
    ("drift", "done"): ("文字没变，已记录，不用做什么", "same words, recorded, nothing to do"),
    ("rename", "done"): ("已记录新文件名，不用做什么", "new name recorded, nothing to do"),
    ("re-index", "done"): ("已记录新位置，不用做什么", "new place recorded, nothing to do"),
    ("conflict", "attention"): (
        "两边都没有动。公众号的版本在旁边的 .account.md：把要留的内容合进文件，并在后台改成一样，再运行",
        "neither side was touched. The account's version is in the .account.md beside the file: "
        "bring both to the same text, run again",
    ),
    ("first contact conflict", "attention"): (
        "两边都没有动。公众号的版本在旁边的 .account.md：改成一样后再运行",
        "neither side was touched. The account's version is in the .account.md beside the file: make both equal",
    ),
    ("remote delete", "attention"): (
        "公众号草稿箱里没有它了（删除或已发表），文件保留。不再同步请写 wechat: off",
        "it is no longer in the draft box (deleted or published); the file stays. Write 'wechat: off' to stop",
    ),
    ("edit beats delete", "attention"): (
        "两边都没有动。请恢复删掉的一边，或把改动另存",
        "neither side was touched. Restore the deleted side, or keep the edit elsewhere",
    ),
    ("local delete", "attention"): (
        "草稿还在公众号。不要了请到后台删除，误删请从 git 恢复文件",
        "the draft is still in the account. Delete it in the console, or restore the file from git",
    ),
    ("both gone", "attention"): (
        "草稿可能已发表。确认后删掉 content/.sync 里它的两个文件",
        "it may have been published. When sure, delete its two files in content/.sync",
    ),
    ("duplicate id", "attention"): (
        "公众号里有几篇带同一个 id，两边都没有动。请到后台删掉多余的",
        "several account articles carry this id; neither side was touched. Delete the surplus one in the console",
    ),
    ("id lost", "attention"): (
        "这个文件原来的 id 不见了，两边都没有动。请从 git 把 id 那一行找回来",
        "this file has lost its id; neither side was touched. Restore its 'id:' line from git",
    ),
    ("part of a multi-article draft", "attention"): (
        "还不能合成一条多图文。先去掉 post，或在后台手工组合",
        "several articles in one draft are not supported yet. Remove 'post', or combine them in the console",
    ),
    ("", "planned"): ("去掉 --dry-run 就会执行", "run without --dry-run to do it"),
    ("", "waiting"): ("这次的方向不包含它，用 sync 处理", "not part of this direction: use sync"),
    ("", "attention"): ("请按下面的说明处理后再运行", "see below, then run again"),
    ("", "failed"): ("可以放心再运行一次", "it is safe to run again"),
    ("", "done"): ("不用做什么", "nothing to do"),
}
