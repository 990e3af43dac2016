/** What the web messenger's server answers when it cannot do what was asked. */
export const webErrors = {
  "bad-request": "这个请求不完整或格式不对，请刷新页面后再试。",
  "no-session": "这个对话没有打开，请刷新页面后再试。",
  "foreign-page": "请求来自别的网页，已拒绝。请直接打开借道的页面。",
  "not-found": "这里没有你要找的内容。",
  "too-long": "这条消息太长了：一条最多 4096 个字符，请分几条发送。",
  "wrong-host": "借道不在这个网址上提供服务。请打开启动时显示的地址；要用别的网址，请在 PUBLIC_URL 中设置。",
  "drawing-busy": "现在要图片的人多，这张还排不上，请过几秒再试。",
  "too-many": "前面的消息还在处理，这条先没收下。请过几秒再发。",
  fault: "抱歉，我们这边出错了，已经记录下来。请稍后再试。",
};
