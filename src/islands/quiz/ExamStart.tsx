import { useState } from 'preact/hooks';
import { fetchQuestions } from '../../browser/quizData.ts';
import { newSeed, saveExam } from '../../browser/quizStore.ts';
import { describePost, type MyPost } from '../../model/post/myPost.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { drawPaper } from '../../model/quiz/draw.ts';
import type { Exam } from '../../model/quiz/exam.ts';
import { readSeed } from '../../model/quiz/seed.ts';
import { TextField } from '../self-assessment/TextField.tsx';
import { PostPicker } from './PostPicker.tsx';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onPost: (post: MyPost) => void;
  /** Begun and not handed in. */
  readonly open: readonly Exam[];
  readonly onBegin: (exam: Exam) => void;
  readonly onDrop: (exam: Exam) => void;
}

/** Before an exam: which paper, for which post, with which seed; or go on with one. */
export function ExamStart({ index, post, onPost, open, onBegin, onDrop }: Props) {
  const papers = index.exam?.papers ?? [];
  const [paperId, setPaperId] = useState(papers[0]?.id);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const paper = papers.find(({ id }) => id === paperId);
  if (!paper) {
    return <p class="message">还没有设考试。考试的规则写在 content/exam.yaml。</p>;
  }
  const begin = async () => {
    const seed = typed.trim() === '' ? newSeed() : readSeed(typed);
    if (!seed) {
      setFault('卷号是六个字母数字，照卷子上印的填；不填就抽一份新的。');
      return;
    }
    try {
      const questions = await fetchQuestions(drawPaper(index, paper, post, seed));
      const exam: Exam = {
        schema: 1,
        id: `${Date.now().toString(36)}-${newSeed()}`,
        seed,
        paperId: paper.id,
        paperName: paper.name,
        minutes: paper.minutes,
        passMark: paper.passMark,
        cutsOffAtTime: index.exam?.cutsOffAtTime ?? false,
        contentVersion: index.contentVersion,
        postText: describePost(
          post,
          (id) => index.walls.find((wall) => wall.id === id)?.name ?? id,
        ),
        questions: questions.map(({ id, print }) => ({ id, print })),
        answers: {},
        flagged: [],
        at: 0,
        startedAt: Date.now(),
        elapsedSeconds: 0,
      };
      saveExam(exam);
      onBegin(exam);
    } catch {
      setFault('题目没有取到，请刷新后再试。');
    }
  };
  return (
    <section aria-labelledby="exam">
      <h2 id="exam">考试</h2>
      {open.map((exam) => (
        <div key={exam.id} class="message">
          <p>
            有一份没有做完的{exam.paperName}（卷号 {exam.seed}，{exam.postText}）。
          </p>
          <div class="actions">
            <button class="button is-main" type="button" onClick={() => onBegin(exam)}>
              接着做
            </button>
            <button class="button" type="button" onClick={() => onDrop(exam)}>
              不要了
            </button>
          </div>
        </div>
      ))}
      <p>照岗位抽题，交卷以后才看得到答案。考多少次都行，同一种卷子只留最好的和最近的一次成绩。</p>
      <PostPicker index={index} post={post} onChange={onPost} />
      <fieldset class="choices">
        <legend>哪一种卷子</legend>
        {papers.map(({ id, name, questionCount, minutes, passMark }) => (
          <label key={id}>
            <input
              type="radio"
              name="paper"
              checked={id === paperId}
              onChange={() => setPaperId(id)}
            />
            <span>
              {name}：{questionCount} 题，建议 {minutes} 分钟，{passMark} 分合格
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        id="quiz-seed"
        label="卷号（照别人的卷子考才填）"
        value={typed}
        maxLength={12}
        hint="同一个卷号、同一个岗位、同一版内容，抽出来的题一样"
        fault={fault}
        onChange={(value) => {
          setTyped(value);
          setFault('');
        }}
      />
      <button class="button is-main" type="button" onClick={() => void begin()}>
        开始考试
      </button>
    </section>
  );
}
